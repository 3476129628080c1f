"""Given names common outside the United States, beside the lists of its census."""

# fmt: off
GIVEN = """
Abdel Abdul Abdulla Abdullah Abiy Adama Adel Adnan Ahmad Ahmed Aisha Ajay Akihito Akio Akira Alain Alassane Alberto Alejandro Aleksandar
Aleksander Aleksandr Aleksei Alessandro Alexandr Alexei Alexey Alexis Alhaji Ali Aliko Alphonse Alvaro Amadou Amit Amir Amina Amos Anatoly Anders Andrej
Andrés Andrzej Andrii Andriy Andrus Ange Angela Angelos Anil Anna Annalena Annegret Antal Ante Antoine António Antonio Antony Anwar Arif Arjun Armando Armin
Arnaud Arseniy Arturo Arvind Asif Aslan Atal Atsushi Aung Ayman Ayesha Ayatollah Aziz Babajide Bakhytzhan Ban Bashar Bashir Bassam Beata Bernd Bharat Birgit
Björn Bogdan Bola Boris Borut Brahim Bronisław Bujar Burhan Carlos Carsten Catarina Cecilia Cemil Cédric Charlotte Chinedu Christoph Chrystia Claudia Claudio Constantin
Cristina Cyril Daisuke Damian Dalia Dante Dariusz Davit Deepak Denys Didier Diego Dilma Dimitris Dinesh Dmitri Dmitry Dmytro Donald Dragan Edgars Eduardo Egils Ehud
Eiji Ekaterina Elif Emine Emmanuel Emomali Enrico Enrique Erdoğan Erik Ernesto Esteban Evo Fahad Faisal Fatima Fatou Federica Felipe Ferdinand Fernando Filip Florian
Francesco Francisco François Frank-Walter Frederik Fredrik Fumio Fuad Gaurav Georgi Georgios Gérard Gerhard Giancarlo Gianni Giorgia Giorgio Giovanni Giuseppe Goran Gordana
Grzegorz Guillaume Guillermo Gunther Gustavo Habib Hadi Hagop Haider Haile Hakan Hamad Hamid Hans Haruki Haruo Hasan Hashim Hassan Heiko Heinz Heita Helge Helmut Henrik Herman
Hideki Hiroshi Hiroyuki Hisashi Hossein Hugo Husain Hussein Ibrahim Ichiro Igor Ilham Ilir Imran Inga Ingrid Ioannis Irakli Ismail István Ivan Ivica Ivo Iván Jacek Jacinda
Jair Jakob Jamal Jan János Jaroslav Javad Javier Jawaharlal Jean Jean-Claude Jean-Luc Jean-Marc Jean-Pierre Jean-Yves Jens Jerzy Jiří Joachim Joao João Johan Johannes John Jorge
José Josep Josip Juan Jüri Junichiro Julius Jürgen Jusuf Kaja Kamal Karim Karin Karl Karol Katalin Kazuo Kazuyoshi Keiko Keir Kemal Kenji Kenzo Khaled Khalid Khalifa Klaus Koichi
Kofi Konstantin Krišjānis Kristina Krzysztof Kyriakos Lars Laszlo László Lech Leila Leo Leonid Leszek Liam Lino Ludwig Luigi Luís Luiz Lula Maciej Magdalena Mahathir Mahmoud Mahmud Maia
Makoto Malala Malik Manfred Manmohan Manuel Marc Marcin Marco Marek Margarethe Margrethe Mariano Marija Marin Mario Markus Martín Masato Masoud Mateusz Matteo Mauricio Maxim Mehdi Mehmet
Mette Mevlüt Michał Michel Michelle Miguel Mikhail Mikheil Milan Miloš Mirek Miro Mitsuhiro Mohamad Mohamed Mohammad Mohammed Mohamud Moon Mostafa Muammar Muhammad Muhammadu Murat Mustafa
Mykhailo Nabil Nahed Najib Nana Narendra Naruhito Nasser Natalia Nawaf Nawaz Nayib Naoto Ngozi Nguyen Nicolás Nikol Nikola Nikolai Nikolay Nikos Nils Noriko Nouri Nursultan Oksana Olaf Olav Ole Oleg
Oleksandr Oleksii Oleksiy Olena Olga Olusegun Omar Orlando Oscar Osama Otto Ousmane Paavo Pablo Pakalitha Paolo Pascal Patrice Paulo Pavel Pavlo Pedro Peer Pekka Per Petr Petra Petro Petros Philippe
Pierre Piotr Piyush Pranab Prabowo Pratibha Radek Radosław Rafael Raffaele Raila Rajesh Rajiv Rajnath Ram Rami Ramiro Ramzan Ranil Rashid Raúl Recep Reuven Ricardo Riad Riyad Roberto Rodrigo Roh
Roman Romano Rosen Ruslan Rustam Saad Sadiq Saeed Said Salah Salem Salman Salva Sami Samir Sanae Sandeep Sandro Sanjay Sanna Santiago Sardor Satya Sauli Sebastián Sébastien Seiji Selim Sergei Sergey Sergio
Serhiy Serzh Shahbaz Shahid Shankar Shaukat Shavkat Sheikh Shehbaz Shigeru Shimon Shinzo Shinichi Shunichi Sigmar Silvio Simonetta Slobodan Sofia Soumaya Stefan Stéphane Stephan Subrahmanyam Sujata Sultan
Sunil Suresh Susilo Sushma Svetlana Svitlana Taavi Tadashi Takashi Takeo Takeshi Takuya Tamim Taro Tarja Tariq Tatiana Tatsuo Tawakkol Tayyip Tedros Teodoro Teodor Theresa Thierry Thomas Thorsten Tomáš Tomasz
Toomas Toshihiro Toshio Tsai Tshering Uhuru Ulf Umaro Ursula Václav Valdis Valentina Valerii Valery Vasyl Viktor Viktoria Vikram Vijay Vladimír Vladimir Vladislav Vojislav Volodymyr Vyacheslav Wael Waldemar
Walid Werner Wilfried William Willy Winnie Wladimir Wojciech Wolfgang Xavier Yair Yasser Yasuhiro Yasuo Yitzhak Yolanda Yoshihide Yoshiro Yoweri Youssef Yukio Yulia Yuri Yuriko Yuriy Yusuf Yuval Yves Zainab
Zbigniew Zdravko Zeid Zeljko Zia Zine Zoran Zuzana Zhanar Željko Özgür Ömer Łukasz Élisabeth Édouard Étienne Émile Åsa Þórdís Ásgeir Álvaro Ángel Óscar Svenja
Guðni Katrín Birhanu Getachew Tadesse Redwan Workneh Phumzile Nkosazana Thabo Jacob Nelson Kgalema Mokgweetsi Hage Joaquim Filipe Armando Macky Bassirou Blaise Idriss Faure Patrice Alpha Ellen Julius
Sahle-Work Moussa Mohamadou Umar Yahya Goodluck Atiku Yemi Aminu Nana John Jerry Akufo Adesina Akinwumi Moeketsi Monique Edna Saulos Lazarus Hakainde Edgar Emmerson Morgan Samia Jakaya Benjamin Pombe
"""
