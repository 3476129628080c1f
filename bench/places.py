"""Places whose names most lists of places have; facts, in no order that matters."""

PLACES = tuple(
    """
    China India Indonesia Pakistan Brazil Nigeria Bangladesh Russia Japan Mexico Ethiopia
    Philippines Egypt Vietnam Germany Turkey Iran Thailand France Italy Tanzania Myanmar Kenya
    Colombia Spain Argentina Uganda Algeria Sudan Ukraine Iraq Poland Afghanistan Canada
    Morocco Uzbekistan Peru Malaysia Angola Ghana Mozambique Venezuela Yemen Nepal Madagascar
    Cameroon Australia Niger Romania Chile Kazakhstan Malawi Zambia Guatemala Netherlands
    Ecuador Syria Zimbabwe Cambodia Senegal Somalia Rwanda Tunisia Benin Belgium Bolivia Cuba
    Burundi Haiti Greece Portugal Azerbaijan Sweden Hungary Honduras Belarus Tajikistan Israel
    Austria Switzerland Shanghai Beijing Shenzhen Guangzhou Kinshasa Istanbul Lagos Chengdu
    Lahore Mumbai Karachi Tianjin Delhi Wuhan Moscow Dhaka Seoul Tokyo Dongguan Cairo Xian
    Johannesburg Nanjing Hangzhou Foshan London Jakarta Bengaluru Hanoi Taipei Lima Chongqing
    Baghdad Wuzhong Qingdao Tehran Shenyang Hyderabad Suzhou Puxi Ahmedabad Abidjan Pudong
    Sydney Melbourne Alexandria Harbin Bangkok Hefei Dalian Kano Santiago Peshawar Changchun
    Jeddah Chennai Kolkata Xiamen Surat Yangon Kabul Nairobi Wuxi Giza Jinan Taiyuan Zhengzhou
    Bamako Riyadh Shijiazhuang Chattogram Kunming Zhongshan Nanning Shantou Faisalabad Dubai
    Yokohama Fuzhou Ningbo Casablanca Ibadan Puyang Ankara Shiyan Berlin Tangshan Rawalpindi
    Luliang Durban Changzhou Busan Madrid Pyongyang Zibo Pune Bursa Changsha Jaipur Guiyang
    Urumqi Surabaya Incheon Lanzhou Caracas Kyiv Huizhou Haikou Taichung Kanpur Toronto Quito
    Brisbane Luanda Osaka Linyi Baoding Kaohsiung Brooklyn Guayaquil Minhang Bazhong Salvador
    Abuja Gazipur Chicago Wenzhou Bekasi Dakar Haiphong Yunfu Mogadishu Kumasi Bandung
    Gujranwala Medan Lucknow Ouagadougou Nagpur Fortaleza Cali Perth Daegu Algiers Nanchang
    Baku Hohhot Nagoya Rome Queens Houston Mashhad Shaoxing Nantong Baoshan Kowloon Yantai
    Gaziantep Manaus Lusaka Zhuhai Multan Havana Depok Baotou Paris Coimbatore Qingyang
    Pretoria Aleppo Kunshan Weifang Zunyi Lianyungang Indore Brazzaville Tashkent Ganzhou
    Almaty Khartoum Hamburg Sapporo Songjiang Accra Curitiba Ordos Sanaa Conakry Tangerang
    Tijuana Beirut Jieyang Jilin Jiading Bucharest Camayenne Kakamega Shangqiu Nanchong Tainan
    Datong Kaduna Omdurman Davao Thane Iztapalapa Vadodara Adana Nanyang Palembang Sharjah
    Bhopal Jiangmen Jiangyin Fuyang Maracaibo Chaozhou Minsk Budapest Qingyuan
    """.split()
)
